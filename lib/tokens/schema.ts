import { z } from 'zod'

export const apiOfTokens = z.string().min(1).max(600)
