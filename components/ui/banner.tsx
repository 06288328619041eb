import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

const tones = {
  plain: { box: 'bg-sunken border-line', icon: 'text-ink-faint', Icon: Info },
  info: { box: 'bg-info-subtle border-info-line', icon: 'text-info', Icon: Info },
  warning: { box: 'bg-warning-subtle border-warning-line', icon: 'text-warning', Icon: TriangleAlert },
  danger: { box: 'bg-danger-subtle border-danger-line', icon: 'text-danger', Icon: CircleAlert },
  success: { box: 'bg-success-subtle border-success-line', icon: 'text-success', Icon: CircleCheck },
}

type Props = {
  tone?: keyof typeof tones
  /** The fact, set apart. */
  title?: ReactNode
  /** What to do about it. */
  children?: ReactNode
  action?: ReactNode
  /** `alert` and `status` when it appears after an action; none when it was there from the start. */
  role?: 'alert' | 'status'
}

/** A fact and what to do, in the flow, above what it is about. */
export function Banner({ tone = 'info', title, children, action, role }: Props) {
  const { box, icon, Icon } = tones[tone]
  return (
    <div role={role} className={`flex gap-2.5 rounded-md border px-3 py-2.5 max-wide:flex-wrap ${box}`}>
      <Icon aria-hidden="true" className={`mt-0.5 ${icon}`} />
      <p className="min-w-0 flex-1 text-ink-muted wrap-anywhere max-wide:basis-4/5">
        {title && <b className="font-medium text-ink">{title}</b>} {children}
      </p>
      {action && (
        <div className="-my-[3px] flex shrink-0 items-start gap-2 max-wide:my-0 max-wide:ml-6.5">
          {action}
        </div>
      )}
    </div>
  )
}
