/** One primary a page; `danger` opens a dialog, `danger-solid` is that dialog's last step. */
type ButtonKind = 'default' | 'primary' | 'ghost' | 'danger' | 'danger-solid'

export type ButtonLook = { kind?: ButtonKind; small?: boolean }

const off =
  'disabled:cursor-not-allowed disabled:text-ink-disabled aria-disabled:cursor-not-allowed aria-disabled:text-ink-disabled'
const offBox =
  'disabled:border-line disabled:bg-sunken aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:hover:border-line'

const kinds: Record<ButtonKind, string> = {
  default: `text-ink bg-raised border-line-strong hover:bg-hover hover:border-control active:bg-pressed aria-pressed:bg-pressed aria-pressed:border-control aria-expanded:bg-pressed aria-expanded:border-control ${offBox}`,
  primary: `text-on-ink bg-ink border-ink hover:bg-ink-hover hover:border-ink-hover ${offBox}`,
  ghost: 'text-ink bg-transparent border-transparent hover:bg-hover active:bg-pressed',
  danger: `text-danger bg-raised border-line-strong hover:bg-danger-subtle hover:border-danger ${offBox}`,
  'danger-solid': `text-on-danger bg-danger-solid border-danger-solid hover:bg-danger-solid-hover ${offBox}`,
}

/** The classes of a button or of a link that looks like one. */
export function buttonStyle({ kind = 'default', small = false }: ButtonLook) {
  const size = small ? 'h-6.5 px-2 text-xs max-wide:h-8' : 'h-8 px-3 max-wide:h-9'
  return `inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap no-underline transition-colors aria-busy:cursor-progress [&>svg]:-ml-0.5 ${size} ${kinds[kind]} ${off}`
}
