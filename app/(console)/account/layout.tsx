import { AccountHead } from '@/components/account/account-head'

export default function AccountLayout({ children }: LayoutProps<'/account'>) {
  return (
    <>
      <AccountHead />
      {children}
    </>
  )
}
