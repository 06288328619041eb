import { SkeletonHead, SkeletonTable, Waiting } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <Waiting>
      <SkeletonHead />
      <SkeletonTable widths={[140, 240, 50, 30, 40]} />
    </Waiting>
  )
}
