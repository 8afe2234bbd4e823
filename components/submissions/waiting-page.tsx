import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { PageTitle } from '@/components/layout/page-title'
import { ShownPeople } from '@/components/people/shown-people'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { FreeText } from '@/components/ui/free-text'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { formatTime } from '@/components/ui/time'
import { placeEntry } from '@/lib/submissions/waiting.actions'
import type { WaitingLine } from '@/lib/submissions/waiting.data'
import { FORMS } from '@/lib/submissions/wire.schema'
import { GiveForm, RefuseForm } from './judge-forms'

/** What came from a phone and was not placed, because its file was closed or its author does not reach it any more. */
export const WaitingPage = ({ lines }: { lines: readonly WaitingLine[] }) => {
  const t = useTranslations('submissions.waiting')
  return (
    <>
      <PageTitle title={t('title')}>{t('what')}</PageTitle>
      {lines.length === 0 ? (
        <EmptyState
          title={t('nothing')}
          action={
            <LinkButton kind="quiet" href="/help/waiting#decideWaiting">
              {t('help')}
            </LinkButton>
          }
        >
          {t('nothingWhat')}
        </EmptyState>
      ) : (
        <ul className="grid max-w-3xl gap-4">
          {lines.map((line) => (
            <li key={line.id}>
              <Entry line={line} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const Entry = ({ line }: { line: WaitingLine }) => {
  const t = useTranslations('submissions')
  const locale = useLocale()
  const { id, file, version, form, writtenAt, author, texts, people, colleagues, given } = line
  const name = t(`form.${FORMS.read(form)}`)
  return (
    <Card as="article" label={`${name} · ${file.code}`}>
      <h2 className="text-base">
        {name} ·{' '}
        <Link
          href={`/cases/${file.code}?file=${file.id}`}
          className="inline-flex min-h-11 items-center gap-x-2 sm:min-h-8"
        >
          <ShownPeople people={people} />
          <span className="code text-sm">{file.code}</span>
        </Link>
      </h2>
      <p className="text-muted">
        {t('waiting.by', { name: author.name, when: formatTime(locale, writtenAt, 'moment') })}
      </p>
      <p>{t(file.closedOn === null ? 'waiting.elsewhere' : 'waiting.closed')}</p>
      {given === null ? null : <p>{t('waiting.given', { name: given.name })}</p>}
      <blockquote className="my-2 border-s-4 border-hair ps-3">
        {texts.map((text) => (
          <FreeText key={text} text={text} />
        ))}
      </blockquote>
      <div className="mt-3 flex flex-wrap gap-2">
        <ActionButton action={placeEntry} input={{ entryId: id, version }} confirmation={t('waiting.placed')}>
          {t('waiting.place')}
        </ActionButton>
        {file.closedOn === null ? null : (
          <LinkButton kind="quiet" size="small" href={`/cases/${file.code}/closing?file=${file.id}`}>
            {t('waiting.reopen')}
          </LinkButton>
        )}
      </div>
      <div className="mt-3 grid gap-2">
        {colleagues.length === 0 ? null : <GiveForm entryId={id} version={version} colleagues={colleagues} />}
        <RefuseForm entryId={id} version={version} />
      </div>
    </Card>
  )
}
