const standing = Promise.withResolvers<void>()
let isWanted = false
let bring: (() => void) | undefined

/** Calls `toBring` as soon as there is something to say. */
export function onFirstToast(toBring: () => void) {
  bring = toBring
  if (isWanted) bring()
}

/** Toasts are shown from now on. */
export const toasterStands = () => standing.resolve()

/** Sonner, when toasts are shown: it comes with the first one, since most pages are left without any. */
export async function sonner() {
  isWanted = true
  bring?.()
  await standing.promise
  return import('sonner')
}
