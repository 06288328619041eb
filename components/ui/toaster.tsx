import { Toaster as Sonner } from 'sonner'

/** Where toasts appear; rendered once, by the root layout. */
export function Toaster() {
  return <Sonner position="bottom-right" offset={24} mobileOffset={8} visibleToasts={3} gap={8} />
}
