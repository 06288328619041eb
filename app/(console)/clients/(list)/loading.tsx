import { SkeletonHead, SkeletonTable, Waiting } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <Waiting>
      <SkeletonHead />
      <SkeletonTable widths={[140, 96, 232, 24]} />
    </Waiting>
  )
}
