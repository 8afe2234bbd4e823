import { Fragment } from 'react'
import { FileLink } from '@/components/layout/file-link'
import { Tag, type TagKind } from '@/components/ui/tag'

/**
 * What stands in a cell of a list of files, as the server says it: words and what they are. The table is drawn from this on the
 * server and in the browser, so a page of fifty lines does not send its markup a second time as data.
 */
export type Part =
  | readonly ['text' | 'block' | 'small' | 'muted' | 'line', words: string]
  | readonly ['tag' | 'tagLine', kind: TagKind, words: string]
  | readonly ['signals', readonly (readonly [kind: TagKind, label: string, severity: string])[]]
  | readonly ['day', day: string, words: string]
  | readonly ['code', code: string, id: string]

const draw = (part: Part) => {
  switch (part[0]) {
    case 'text':
      return part[1]
    case 'block':
      return <div>{part[1]}</div>
    case 'small':
      return <span className="text-sm">{part[1]}</span>
    case 'muted':
      return <span className="text-muted">{part[1]}</span>
    case 'line':
      return <div className="text-sm text-muted">{part[1]}</div>
    case 'tag':
      return <Tag kind={part[1]}>{part[2]}</Tag>
    case 'tagLine':
      return (
        <div>
          <Tag kind={part[1]}>{part[2]}</Tag>
        </div>
      )
    case 'signals':
      return (
        <div className="flex flex-wrap gap-1">
          {part[1].map(([kind, label, severity], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same worry may have been noted twice
            <Tag key={index} kind={kind}>
              {label}
              <span className="font-normal"> · {severity}</span>
            </Tag>
          ))}
        </div>
      )
    case 'day':
      return (
        <div className="text-sm text-muted">
          <time dateTime={part[1]}>{part[2]}</time>
        </div>
      )
    case 'code':
      return <FileLink code={part[1]} id={part[2]} />
  }
}

export const Cell = ({ parts }: { parts: readonly Part[] }) =>
  parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a cell have one order
    <Fragment key={index}>{draw(part)}</Fragment>
  ))
