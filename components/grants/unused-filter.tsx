import { useSearchParams } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { FilterChip } from '@/components/ui/filter-chip'
import { FilterPopover } from '@/components/ui/filter-popover'
import { UnusedSelect } from '@/components/usage/unused-select'
import { unusedText } from '@/components/usage/unused-text'
import type { Unused } from '@/lib/observations/unused'
import type { AccessView } from './use-access-view'

type Props = {
  unused: Unused | undefined
  /** Since when every token was seen. */
  since: string
  view: AccessView
}

/** Narrows a list of grants to those whose last token is old, and takes that off again. */
export function UnusedFilter({ unused, since, view }: Props) {
  const kept = [...useSearchParams()].filter(([name]) => name !== 'unused' && name !== 'page')
  return (
    <>
      {unused && (
        <FilterChip
          field="No token"
          value={unusedText(unused, since, new Date())}
          without={view.addressWith({ unused: '' })}
        />
      )}
      <FilterPopover>
        <form className="grid gap-4">
          {kept.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <UnusedSelect unused={unused} />
          <Button type="submit" kind="primary">
            Apply filter
          </Button>
        </form>
      </FilterPopover>
    </>
  )
}
