/** Where an address lies that no page or handler has. */
export const OTHER_ROUTE = 'other'
const BUILD_FILES = '/_next/static'

/**
 * The template of an address: `/cases/[code]` for a file, never its code. The list of templates is the one of the build.
 * @param pages templates, such as `/cases/[code]` and `/countries/[...rest]`
 */
export const openRoutes = (pages: readonly string[]): ((url: string) => string) => {
  const fixed = new Set(pages.filter((page) => !page.includes('[')))
  const split = (path: string) => path.split('/').slice(1)
  const isOpenEnd = (part: string | undefined) =>
    part?.startsWith('[...') === true || part?.startsWith('[[...') === true
  const writtenOut = (parts: readonly string[]) => parts.filter((part) => !part.startsWith('[')).length
  const open = pages
    .filter((page) => page.includes('['))
    .map((page) => ({ page, parts: split(page) }))
    // What is written out goes before what takes anything, as in Next.
    .sort(
      (a, b) =>
        Number(a.parts.some(isOpenEnd)) - Number(b.parts.some(isOpenEnd)) ||
        writtenOut(b.parts) - writtenOut(a.parts) ||
        b.parts.length - a.parts.length,
    )
  return (url) => {
    const path = url.split('?', 1)[0] ?? ''
    if (path.startsWith(`${BUILD_FILES}/`)) return BUILD_FILES
    if (fixed.has(path)) return path
    const given = split(path)
    const found = open.find(({ parts }) => {
      const isWhole = isOpenEnd(parts.at(-1))
      if (isWhole ? given.length < parts.length : given.length !== parts.length) return false
      return parts.every((part, at) => part.startsWith('[') || part === given[at])
    })
    return found?.page ?? OTHER_ROUTE
  }
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
/** A method that anyone may have made up is not a label. */
export const methodOf = (method = ''): string => (METHODS.has(method) ? method : OTHER_ROUTE)
export const statusClassOf = (status: number): string =>
  status >= 100 && status < 600 ? `${Math.floor(status / 100)}xx` : OTHER_ROUTE
