// Imported when it is asked for, the generated client is one file of the build, which all routes share. As part of what a route imports, each
// of some thirty routes held a copy of it: 6 MB of heap each, half of all that a server used (docs/adr/0192).
export const { Prisma, PrismaClient } = await import('./generated/client')
