/** When a token issued at this moment expires, as people say it: "25 Nov, 13:41", in the browser's time zone. */
export function lastExpiry(lifetimeInSeconds: number, now = new Date()) {
  const at = new Date(now.getTime() + lifetimeInSeconds * 1000)
  const day = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  return `${day}, ${time}`
}

/** "24 h", "90 min", "45 s": the largest unit that says it exactly. */
export function lifetimeText(seconds: number) {
  if (seconds % 86_400 === 0 && seconds > 86_400) return `${seconds / 86_400} d`
  if (seconds % 3600 === 0) return `${seconds / 3600} h`
  if (seconds % 60 === 0) return `${seconds / 60} min`
  return `${seconds} s`
}
