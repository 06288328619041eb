import { formatNumber } from '@/lib/number-text'

const edge = 'h-3 rounded-[1px] border'

/** "3 of 5": a segment per scope up to eight, a bar beyond, always with the numbers. */
export function ScopeMeter({ granted, of }: { granted: number; of: number }) {
  return (
    <span className="inline-flex items-center gap-2 align-top whitespace-nowrap">
      {of > 8 ? (
        <span aria-hidden="true" className={`${edge} w-10 border-line-strong forced-color-adjust-none`}>
          {granted > 0 && (
            <span
              className="block h-full min-w-[3px] bg-granted"
              style={{ width: `${(granted / of) * 100}%` }}
            />
          )}
        </span>
      ) : (
        <span aria-hidden="true" className="inline-flex gap-0.5 forced-color-adjust-none">
          {Array.from({ length: of }, (_, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: segments have no identity but their place
              key={index}
              className={`${edge} w-[5px] ${index < granted ? 'border-granted bg-granted' : 'border-line-strong'}`}
            />
          ))}
        </span>
      )}
      {formatNumber(granted)} of {formatNumber(of)}
    </span>
  )
}
