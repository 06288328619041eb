import { SkeletonHead, SkeletonTable, Waiting } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <Waiting>
      <SkeletonHead />
      <SkeletonTable widths={[120, 220, 160]} />
    </Waiting>
  )
}
