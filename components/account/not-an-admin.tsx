import { Bare } from '@/components/shell/bare'
import { buttonStyle } from '@/components/ui/button-style'
import { CopyButton } from '@/components/ui/copy-button'
import { ErrorState } from '@/components/ui/error-state'
import { routes } from '@/lib/routes'

type Props = { email: string; because: 'not listed' | 'not verified' }

const reasons = {
  'not listed': 'Only its admins may use this dashboard, and this address is not among them.',
  'not verified':
    'It is on the list of admins, but the tenant has not verified the address, so anybody could have typed it.',
}

/** Signed in, but not let in: as whom, why, and what to do about it. */
export function NotAnAdmin({ email, because }: Props) {
  return (
    <Bare>
      <ErrorState
        title="This account may not enter"
        checks={[
          because === 'not listed' ? (
            <>
              Ask an admin to add this address to <code>GRANTBOARD_ADMINS</code>.
            </>
          ) : (
            'Verify the address in the tenant, then sign out and in again.'
          ),
          'Signed in with the wrong account? Sign out and choose another.',
        ]}
        actions={
          <>
            {/* A plain link: signing out leaves the app for the tenant. */}
            <a href={routes.signOut()} className={buttonStyle({ kind: 'primary' })}>
              Sign out
            </a>
            <CopyButton value={email} label={`Copy ${email}`} text="Copy address" kind="default" />
          </>
        }
      >
        <p>
          You are signed in as <b>{email}</b>. {reasons[because]} Nothing was read or changed.
        </p>
      </ErrorState>
    </Bare>
  )
}
