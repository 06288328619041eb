import type { StoredClient } from '../storage/storage.ts'

/** What live tenants fill in for a client whose `session_transfer` is set in part. */
export const sessionTransferDefaults = {
  can_create_session_transfer_token: false,
  allowed_authentication_methods: [],
  enforce_device_binding: 'ip',
  allow_refresh_token: false,
  enforce_online_refresh_tokens: true,
  enforce_cascade_revocation: true,
} satisfies StoredClient['session_transfer']
