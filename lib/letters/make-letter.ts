import { LoopPlugin, TemplateHandler, TextPlugin } from 'easy-template-x'

/** What fills a template: text by tag, and for each list its lines. Nothing else goes in, so that no value can bring markup along. */
export type Filling = {
  readonly singles: Readonly<Record<string, string>>
  readonly loops: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>
}

const DEPTH = 200
/** What XML may hold; a text from elsewhere can hold more. */
const isXml = (sign: string): boolean => {
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x20) return code === 0x09 || code === 0x0a
  return code < 0xd800 || (code > 0xdfff && code !== 0xfffe && code !== 0xffff)
}
const toXmlText = (text: string): string => [...text.replace(/\r\n?/g, '\n')].filter(isXml).join('')

/** Own keys alone: a tag named like a method of objects is unknown as any other. */
const own = <T>(values: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(values, key) ? values[key] : undefined

/** Fills a checked template in. Throws for a tag that nothing was said about: the library would leave it empty. */
export const makeLetter = async (template: Buffer, { singles, loops }: Filling): Promise<Buffer> => {
  const handler = new TemplateHandler({
    plugins: [new LoopPlugin(), new TextPlugin()],
    maxXmlDepth: DEPTH,
    scopeDataResolver: ({ strPath }) => {
      const name = strPath.at(-1) ?? ''
      const lines = own(loops, name)
      // A list is asked for by its own name at the top; its lines are numbered below it.
      if (lines !== undefined && strPath.length === 1) return lines.map(() => ({}))
      const [list = '', line = ''] = strPath
      const inLine = strPath.length > 2 ? own(loops, list)?.[Number(line)] : undefined
      const text = (inLine === undefined ? undefined : own(inLine, name)) ?? own(singles, name)
      if (text === undefined) throw new Error('a tag of a template has no value')
      return toXmlText(text)
    },
  })
  return handler.process(template, {})
}
