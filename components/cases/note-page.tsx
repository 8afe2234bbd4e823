import { useTranslations } from 'next-intl'
import { BackLink } from '@/components/layout/back-link'
import { Card } from '@/components/ui/card'
import { FreeText } from '@/components/ui/free-text'
import { Time } from '@/components/ui/time'
import { NOTE_KINDS } from '@/lib/cases/case.rules'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { Rights } from '@/lib/cases/file.view'
import type { NotePart } from '@/lib/cases/file-page.data'
import { fileHref } from '@/lib/cases/file-part.view'
import type { NoteRevision } from '@/lib/cases/note-edit.data'
import type { Day } from '@/lib/shared/dates'
import { FileFrame } from './file-frame'
import { NoteEditForm } from './note-edit-form'

type Props = {
  readonly caseHeader: CaseHeader
  readonly part: NotePart
  readonly rights: Rights
  readonly me: string
  readonly today: Day
}

/** One note: what it says now, the form for its author, and everything it said before, for all who read the file. */
export const NotePage = ({ caseHeader, part: { note, revisions }, rights, me, today }: Props) => {
  const t = useTranslations('cases')
  const { id, version, kind, happenedOn, text, author } = note
  const canCorrect = rights.canWrite && author.id === me
  return (
    <FileFrame caseHeader={caseHeader} page={null} rights={rights} today={today}>
      <div className="grid max-w-3xl gap-6">
        <section aria-labelledby="note">
          <BackLink href={`${fileHref(caseHeader, 'timeline')}#entry-${id}`}>{t('note.back')}</BackLink>
          <h2 id="note">{t(`noteKind.${NOTE_KINDS.read(kind)}`)}</h2>
          <p className="text-muted">
            <Time at={happenedOn} style="weekday" /> · {author.name}
          </p>
          {note.editedAt === null ? null : (
            <p className="text-sm text-muted">
              {t.rich('timeline.corrected', {
                name: author.name,
                when: () => <Time at={note.editedAt ?? today} style="moment" />,
              })}
            </p>
          )}
          {canCorrect ? null : (
            <>
              <FreeText text={text} className="mt-3" />
              <p className="mt-3 text-sm text-muted print:hidden">
                {t('note.others', { name: author.name })}
              </p>
            </>
          )}
        </section>
        {canCorrect ? (
          <>
            {/* What stands there, for paper: the form is not printed. */}
            <FreeText text={text} className="hidden print:block" />
            <Card as="section" label={t('note.correct')} className="print:hidden">
              <h3>{t('note.correct')}</h3>
              <p className="mb-4 text-sm text-muted">{t('note.hint')}</p>
              <NoteEditForm
                caseId={caseHeader.id}
                noteId={id}
                {...{ version, happenedOn, text, today }}
                kind={NOTE_KINDS.read(kind)}
              />
            </Card>
          </>
        ) : null}
        <section aria-labelledby="earlier">
          <h3 id="earlier">{t('note.earlier')}</h3>
          {revisions.length === 0 ? <p className="text-muted">{t('note.noEarlier')}</p> : null}
          <ol className="mt-2 grid gap-4">
            {revisions.map((revision) => (
              <Revision key={revision.version} revision={revision} />
            ))}
          </ol>
        </section>
      </div>
    </FileFrame>
  )
}

const Revision = ({ revision: { kind, happenedOn, text, replacedAt } }: { revision: NoteRevision }) => {
  const t = useTranslations('cases')
  return (
    <li data-print="whole" className="border-s-3 border-edge ps-3">
      <p className="text-sm text-muted">
        {t.rich('note.until', { when: () => <Time at={replacedAt} style="moment" /> })}
      </p>
      <p className="text-sm">
        {t(`noteKind.${NOTE_KINDS.read(kind)}`)} · <Time at={happenedOn} style="weekday" />
      </p>
      <FreeText text={text} className="max-w-prose" />
    </li>
  )
}
