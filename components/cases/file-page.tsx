import type { ReactNode } from 'react'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { type Rights, toRights } from '@/lib/cases/file.view'
import type { FileOr } from '@/lib/cases/file-page.data'
import { type FilePage, permissionOf, toOpened } from '@/lib/cases/file-part.view'
import type { Locale } from '@/lib/i18n/locales'
import { enter, type Page } from '@/lib/server/enter'
import type { Actor } from '@/lib/shared/actor'
import { type Day, dayOf } from '@/lib/shared/dates'
import { FileChoicePage } from './file-choice'
import { FileFrame } from './file-frame'

type Shown<Part> = {
  readonly caseHeader: CaseHeader
  readonly part: Part
  readonly actor: Actor
  readonly rights: Rights
  readonly now: Date
  readonly today: Day
  readonly locale: Locale
}

/**
 * One page of a file: the permission that the table of pages says, the frame of the file around what `show` draws, the choice
 * where two files bear the code, and the visit in the audit log.
 */
export const filePage = <Part,>(
  id: FilePage,
  {
    messages: words,
    load,
    show,
  }: Pick<Page<ReturnType<typeof permissionOf>, FileOr<Part>>, 'messages' | 'load'> & {
    readonly show: (shown: Shown<Part>) => ReactNode
  },
) =>
  enter({
    permission: permissionOf(id),
    messages: words,
    load,
    audit: toOpened,
    show: (data, { actor, now, locale }) => {
      if (data.type === 'choice') return <FileChoicePage data={data} />
      const { caseHeader: sheet } = data
      const shown = { ...data, actor, rights: toRights(actor, sheet), now, today: dayOf(now), locale }
      return (
        <FileFrame caseHeader={sheet} page={id} rights={shown.rights} today={shown.today}>
          {show(shown)}
        </FileFrame>
      )
    },
  })
