import path from 'node:path'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  // Its packages are a link into the folder of the application.
  turbopack: { root: path.parse(process.cwd()).root },
}

export default config
