import type { ActivitySpan } from '@/lib/changes/activity-filter'

/** The spans of time that Activity offers. */
export const activitySpans: { value: ActivitySpan; label: string }[] = [
  { value: 'day', label: 'Last 24 hours' },
  { value: 'week', label: 'Last 7 days' },
  { value: 'month', label: 'Last 30 days' },
]
