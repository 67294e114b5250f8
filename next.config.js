/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The database driver and native hashing stay plain Node modules.
  serverExternalPackages: ["pg", "@prisma/adapter-pg", "@node-rs/argon2", "pino"],
  // `npm test` checks the types; a first start does not wait for it.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  experimental: {
    optimizePackageImports: ["radix-ui"],
    // Few large files instead of many small ones compress better: 5 kB less for each page that is opened first.
    turbopackChunking: { minChunkSize: 200_000 },
  },
};

export default config;
