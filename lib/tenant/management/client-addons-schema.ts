import { z } from 'zod'
import { anything, formats, text } from './formats.ts'

const string = z.string().optional()
const boolean = z.boolean().optional()
const integer = z.int().optional()
const seconds = z.int().min(0).optional()

/** Integrations of a client with products that the tenant does not speak to: checked, stored, never used. */
export const clientAddons = z.strictObject({
  aws: z
    .looseObject({
      principal: string,
      role: string,
      lifetime_in_seconds: z.int().min(900).max(43200).optional(),
    })
    .optional(),
  azure_blob: z
    .looseObject({
      accountName: z
        .string()
        .regex(/^([a-z0-9]){3,24}$/)
        .optional(),
      storageAccessKey: z
        .string()
        .refine((key) => /^([A-Za-z0-9+/]){86}==$/.test(key), { message: 'Not a storage access key' })
        .optional(),
      containerName: z
        .string()
        .regex(/^([a-z0-9]){1}([a-z0-9-]){2,62}$/)
        .optional(),
      blobName: z
        .string()
        .regex(/^(.){1,1024}$/)
        .optional(),
      expiration: seconds,
      signedIdentifier: string,
      blob_read: boolean,
      blob_write: boolean,
      blob_delete: boolean,
      container_read: boolean,
      container_write: boolean,
      container_delete: boolean,
      container_list: boolean,
    })
    .optional(),
  azure_sb: z
    .looseObject({
      namespace: string,
      sasKeyName: string,
      sasKey: string,
      entityPath: string,
      expiration: integer,
    })
    .optional(),
  rms: z.looseObject({ url: formats.url }).optional(),
  mscrm: z.looseObject({ url: formats.url }).optional(),
  slack: z.looseObject({ team: z.string() }).optional(),
  sentry: z.looseObject({ org_slug: string, base_url: string }).optional(),
  box: anything.optional(),
  cloudbees: anything.optional(),
  concur: anything.optional(),
  dropbox: anything.optional(),
  echosign: z.looseObject({ domain: string }).optional(),
  egnyte: z.looseObject({ domain: string }).optional(),
  firebase: z
    .looseObject({
      secret: string,
      private_key_id: string,
      private_key: string,
      client_email: string,
      lifetime_in_seconds: integer,
    })
    .optional(),
  newrelic: z.looseObject({ account: string }).optional(),
  office365: z.looseObject({ domain: string, connection: string }).optional(),
  salesforce: z.looseObject({ entity_id: formats.url.optional() }).optional(),
  salesforce_api: z
    .looseObject({
      clientid: string,
      principal: string,
      communityName: string,
      community_url_section: string,
    })
    .optional(),
  salesforce_sandbox_api: z
    .looseObject({
      clientid: string,
      principal: string,
      communityName: string,
      community_url_section: string,
    })
    .optional(),
  samlp: z
    .looseObject({
      mappings: anything.optional(),
      audience: string,
      recipient: string,
      createUpnClaim: boolean,
      mapUnknownClaimsAsIs: boolean,
      passthroughClaimsWithNoMapping: boolean,
      mapIdentities: boolean,
      signatureAlgorithm: string,
      digestAlgorithm: string,
      issuer: string,
      destination: string,
      lifetimeInSeconds: integer,
      signResponse: boolean,
      nameIdentifierFormat: string,
      nameIdentifierProbes: z.array(text).optional(),
      authnContextClassRef: string,
    })
    .optional(),
  layer: z
    .looseObject({
      providerId: z.string(),
      keyId: z.string(),
      privateKey: z.string(),
      principal: string,
      expiration: seconds,
    })
    .optional(),
  sap_api: z
    .looseObject({
      clientid: string,
      usernameAttribute: string,
      tokenEndpointUrl: formats.url.optional(),
      scope: string,
      servicePassword: string,
      nameIdentifierFormat: string,
    })
    .optional(),
  sharepoint: z
    .looseObject({ url: string, external_url: z.union([z.array(z.string()), z.string()]).optional() })
    .optional(),
  springcm: z.looseObject({ acsurl: string }).optional(),
  wams: z.looseObject({ masterkey: string }).optional(),
  wsfed: anything.optional(),
  zendesk: z.looseObject({ accountName: string }).optional(),
  zoom: z.looseObject({ account: string }).optional(),
  sso_integration: z.looseObject({ name: string, version: string }).optional(),
  oag: z.strictObject({}).nullable().optional(),
})
