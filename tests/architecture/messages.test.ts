import { describe, expect, it } from 'vitest'
import { SHELL_MESSAGES } from '@/lib/i18n/messages'
import { listBroughtMessages, listClientMessages, listClientParts } from './client-messages'
import { listFiles, read } from './walk'

const shell = new Set<string>(SHELL_MESSAGES)
const around = listFiles('app', (file) => /(^|\/)(layout|error|not-found)\.tsx$/.test(file))
const pages = listFiles('app', (file) => file.endsWith('page.tsx')).map((file) => ({
  file,
  messages: [...(/\bmessages: \[([^\]]*)\]/.exec(read(file))?.[1] ?? '').matchAll(/'([\w.]+)'/g)].map(
    ([, room]) => room ?? '',
  ),
}))

describe('the messages that travel to the browser', () => {
  it.each(around)('are in every page for %s', (file) => {
    expect(listClientMessages(file).filter((room) => !shell.has(room))).toEqual([])
  })

  it.each(pages)('are those that $file lists, neither more nor less', ({ file, messages }) => {
    expect([...messages].sort()).toEqual(
      listClientParts(file).filter((part) => !shell.has(part.split('.')[0] ?? part)),
    )
  })

  it('come with a part that brings its own: all that it says beside those of the frame, and no more', () => {
    expect(listBroughtMessages('components/shell/palette-keys.tsx')).toEqual(
      listClientMessages('components/people/palette.tsx').filter((room) => !shell.has(room)),
    )
  })
})
