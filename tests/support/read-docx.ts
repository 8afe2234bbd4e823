import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'

type Node = DefaultTreeAdapterMap['node']

const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : [])
const textOf = (node: Node): string =>
  'value' in node
    ? node.value
    : 'tagName' in node && node.tagName === 'br'
      ? '\n'
      : childrenOf(node).map(textOf).join('')
const all = (node: Node, tag: string): readonly Node[] => [
  ...('tagName' in node && node.tagName === tag ? [node] : []),
  ...childrenOf(node).flatMap((child) => all(child, tag)),
]
const attributeOf = (node: Node, name: string): string =>
  'attrs' in node ? (node.attrs.find((each) => each.name === name)?.value ?? '') : ''

/** A document as a reader that shares no code with its writer understands it, and its parts as they are in the file. */
export const readDocx = async (bytes: Uint8Array) => {
  const styleMap = [
    "p[style-name='Own text'] => p.own:fresh",
    "p[style-name='Own text prompt'] => p.prompt:fresh",
  ]
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap })
  const page = parseFragment(value)
  const texts = (tag: string): readonly string[] => all(page, tag).map(textOf)
  const withClass = (name: string): readonly string[] =>
    all(page, 'p')
      .filter((node) => attributeOf(node, 'class') === name)
      .map(textOf)
  const files = Object.entries(unzipSync(bytes))
  return {
    /** What the reader could not make sense of; styles without a meaning in HTML are none of it. */
    errors: messages.filter(({ type }) => type === 'error').map(({ message }) => message),
    text: textOf(page),
    titles: texts('h1'),
    subtitles: texts('h2'),
    own: withClass('own'),
    prompts: withClass('prompt'),
    alternatives: all(page, 'img').map((node) => attributeOf(node, 'alt')),
    tables: all(page, 'table').map((table) => ({
      head: all(table, 'thead').flatMap((head) => all(head, 'th').map(textOf)),
      rows: all(table, 'tr')
        .map((row) => all(row, 'td').map(textOf))
        .filter(({ length }) => length > 0),
    })),
    parts: new Map(files.map(([name, content]) => [name, name.endsWith('.png') ? '' : strFromU8(content)])),
  }
}
