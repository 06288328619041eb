import type { Failure } from '@/lib/observations/read/failures'
import type { Reason } from '@/lib/observations/reason'
import { routes } from '@/lib/routes'
import { code, listed, type Words, words } from '@/lib/tokens/words'

type Explained = {
  /** What was wrong. */
  what: Words
  /** Where it can be put right. */
  mend?: { href: ReturnType<typeof routes.client>; label: string }
}

type Explain = (failure: Failure) => Explained

/** What a refusal means and where to put it right, in the words of who administers the client. */
export const explainFailure: Explain = (failure) => (reasons[failure.reason as Reason] ?? otherwise)(failure)

const otherwise: Explain = ({ said }) => ({
  what: said ? words`The tenant said “${said}”` : words`The tenant gave no reason`,
})

const credentials = ({ clientId }: Failure) => ({
  href: routes.clientCredentials(clientId),
  label: 'Credentials',
})
const grant = ({ api, clientId }: Failure) =>
  api
    ? { href: routes.apiClients(api.id, { client: clientId }), label: 'Authorization' }
    : { href: routes.clientApis(clientId), label: 'APIs' }

const reasons: Record<Reason, Explain> = {
  credentials: (failure) => ({
    what: words`Wrong secret, or none: rotated meanwhile, cut off when it was copied, or of another client`,
    mend: credentials(failure),
  }),
  too_many_attempts: (failure) => ({
    what: words`So many attempts with a wrong secret that the tenant made it wait`,
    mend: credentials(failure),
  }),
  grant_type: ({ clientId }) => ({
    what: words`It may not use the grant type ${code('client_credentials')}`,
    mend: { href: routes.client(clientId), label: 'Grant types' },
  }),
  no_audience: () => ({
    what: words`It named no API, and the tenant has no default audience: it has to send ${code('audience')}`,
  }),
  no_such_api: ({ said }) => {
    const audience = /: ?(.+)$/.exec(said)?.[1]
    return {
      what: audience
        ? words`It asked for ${code(audience)}, which is the identifier of no API here`
        : words`It asked for an API that the tenant has not`,
      mend: { href: routes.apis(), label: 'APIs' },
    }
  },
  not_authorized: (failure) => ({
    what: words`It was not authorized for ${failure.api?.name ?? 'the API'}`,
    mend: grant(failure),
  }),
  scopes: (failure) => {
    const list = /scopes?: (.+)$/.exec(failure.said)?.[1]?.split(/,\s*/) ?? []
    return {
      what:
        list.length > 0
          ? words`It asked for ${listed(list)}, which its grant lacks; one scope too many and it gets no token`
          : words`It asked for scopes that its grant lacks`,
      mend: grant(failure),
    }
  },
  scope_syntax: () => ({
    what: words`Its ${code('scope')} is no list of scopes with a space between`,
  }),
  organization: (failure) => ({
    what: words`Its grant is for requests that name an ${code('organization')}`,
    mend: grant(failure),
  }),
  quota: () => ({
    what: words`It asked for more tokens than its quota allows: it has to keep a token until shortly before it expires`,
  }),
  request: ({ said }) => ({ what: words`The request was malformed: “${said}”` }),
  other: otherwise,
}
