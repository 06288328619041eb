/** @type {import('next').NextConfig} */
export default {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` is where types are checked; somebody's first start need not wait for it again.
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'Referrer-Policy', value: 'no-referrer' },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
      ],
    },
  ],
  // Next would print what server actions are called with, and a token that is tested is among it.
  logging: { serverFunctions: false },
  // An import may have 5 MB (lib/transfer/read/limits.ts), and travels with what a form wraps around it.
  experimental: { serverActions: { bodySizeLimit: '6mb' } },
  typescript: { ignoreBuildErrors: true },
}
