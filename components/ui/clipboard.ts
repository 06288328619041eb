/**
 * Puts text on the clipboard; false when the browser refuses. Over plain HTTP on another host
 * than localhost there is no `navigator.clipboard`, so the old command is the way left.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

function copyBySelection(text: string) {
  const area = document.createElement('textarea')
  area.value = text
  area.style.position = 'fixed'
  area.style.opacity = '0'
  const focused = document.activeElement
  // Everything outside an open modal dialog is inert and can't hold a selection.
  const dialogs = document.querySelectorAll('dialog:modal')
  const host = dialogs[dialogs.length - 1] ?? document.body
  host.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return copied
}
