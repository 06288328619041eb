import { SkeletonTable, Waiting } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <Waiting>
      <SkeletonTable widths={[120, 220, 160]} />
    </Waiting>
  )
}
