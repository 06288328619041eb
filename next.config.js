/** @type {import('next').NextConfig} */
export default {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` is where types are checked; somebody's first start need not wait for it again.
  typescript: { ignoreBuildErrors: true },
}
