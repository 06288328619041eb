import type { FindAccount } from 'oidc-provider'
import type { Storage } from '../storage/storage.ts'

/** The claims each scope releases, https://auth0.com/docs/get-started/apis/scopes/openid-connect-scopes */
export const claims = {
  openid: ['sub', 'sid'],
  profile: ['name', 'nickname'],
  email: ['email', 'email_verified'],
}

export const findAccount =
  ({ users }: Storage): FindAccount =>
  async (_ctx, userId) => {
    const user = await users.find(userId)
    if (!user || user.blocked) return undefined

    const { name, nickname, email, email_verified } = user
    return {
      accountId: userId,
      claims: () => ({ sub: userId, name, nickname: nickname ?? email.split('@')[0], email, email_verified }),
    }
  }
