import { Key } from '@/components/ui/key'

/** The keys, and how many results there are. */
export function PaletteFoot({ count }: { count: number | undefined }) {
  return (
    <div className="flex items-center gap-1.5 border-t border-line px-4 py-2 text-xs text-ink-faint max-wide:hidden">
      <Key>↑</Key>
      <Key>↓</Key>move
      <span className="w-1" />
      <Key>Enter</Key>open
      <span className="w-1" />
      <Key>Ctrl Enter</Key>new tab
      <span className="w-1" />
      <Key>Tab</Key>next group
      {count !== undefined && (
        <span role="status" className="ml-auto">
          {count} found
        </span>
      )}
    </div>
  )
}
