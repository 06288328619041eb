import { randomBytes, randomInt } from 'node:crypto'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

const alphanumeric = (length: number) =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join('')

/** Ids and secrets in the shapes that Auth0 gives them. */
export const newClientId = () => alphanumeric(32)
/** Third-party clients under strict security are told apart by their id. */
export const newThirdPartyClientId = () => `tpc_${alphanumeric(22)}`
export const newResourceServerId = () => randomBytes(12).toString('hex')
export const newClientGrantId = () => `cgr_${alphanumeric(16)}`
export const newCredentialId = () => `cred_${alphanumeric(22)}`
export const newRoleId = () => `rol_${alphanumeric(16)}`
export const newUserId = () => `auth0|${randomBytes(12).toString('hex')}`
/** 64 characters, 384 bits. */
export const newClientSecret = () => randomBytes(48).toString('base64url')
/** 32 letters and digits, 190 bits: what an HS256 API verifies with. */
export const newSigningSecret = () => alphanumeric(32)
