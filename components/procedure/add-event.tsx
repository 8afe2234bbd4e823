import { useId } from 'react'
import { Button, type ButtonKind, buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { RECORDED_KINDS as ASYLUM_KINDS } from '@/lib/asylum/vocabulary.rules'
import { EVENT_KINDS as DETENTION_KINDS } from '@/lib/detention/vocabulary.rules'
import { CHOSEN_KINDS as MINOR_KINDS } from '@/lib/guardianship/vocabulary.rules'
import type { ProcedurePart } from '@/lib/procedure/procedure-page.data'
import type { Strand } from '@/lib/procedure/strand.rules'
import type { PageHrefs } from './procedure-props'
import type { StoryLabels } from './story-labels'

type Kind = { readonly value: string; readonly label: string }

/** One button for every kind of event: each leads to the form of its room. Plain forms, so that it works before any script has come. */
export const AddEvent = ({
  caseId,
  part: { episodes, minors },
  hrefs,
  labels,
  kind,
}: {
  caseId: string
  part: ProcedurePart
  hrefs: PageHrefs
  labels: StoryLabels
  kind: ButtonKind
}) => {
  const { t, asylum, episode, minor } = labels
  const [last] = episodes
  return (
    <details className="group max-w-full open:basis-full print:hidden">
      <summary className={buttonClass(kind, 'small', 'cursor-pointer before:hidden')}>
        <Icon name="plus" className="size-4" />
        {t('add.title')}
      </summary>
      <div className="mt-2 grid gap-3 rounded border border-hair bg-surface p-3">
        <ChooseKind
          caseId={caseId}
          strand="asylum"
          action={`${hrefs.asylum}#record`}
          kinds={ASYLUM_KINDS.codes.map((value) => ({ value, label: asylum.t(`kind.${value}`) }))}
          labels={labels}
        />
        {last === undefined || last.until !== null ? (
          <LinkButton kind="quiet" size="small" href={hrefs.detention} className="justify-self-start">
            {episode.t('begin.title')}
          </LinkButton>
        ) : (
          <ChooseKind
            caseId={caseId}
            strand="detention"
            action={`${hrefs.detention}#recorder-${last.id}`}
            kinds={DETENTION_KINDS.codes.map((value) => ({ value, label: episode.t(`kind.${value}`) }))}
            labels={labels}
          />
        )}
        {minors.length === 0 ? null : (
          <ChooseKind
            caseId={caseId}
            strand="guardianship"
            action={`${hrefs.guardianship}#record`}
            kinds={MINOR_KINDS.codes.map((value) => ({ value, label: minor.t(`kind.${value}`) }))}
            labels={labels}
          />
        )}
        {minors.map(({ id, name }) => (
          <LinkButton
            key={id}
            kind="quiet"
            size="small"
            href={hrefs.report(id)}
            className="justify-self-start"
          >
            {minor.t('report.open')}
            {minors.length > 1 ? (
              <bdi dir="auto" translate="no">
                {name}
              </bdi>
            ) : null}
          </LinkButton>
        ))}
        <LinkButton
          kind="quiet"
          size="small"
          href={`${hrefs.deadlines}#record`}
          className="justify-self-start"
        >
          {t('add.deadline')}
        </LinkButton>
      </div>
    </details>
  )
}

/** A form that is sent by GET leaves out what its address asks, so that the file is asked for in a field. */
const ChooseKind = ({
  caseId,
  strand,
  action,
  kinds,
  labels: { t },
}: {
  caseId: string
  strand: Strand
  action: string
  kinds: readonly Kind[]
  labels: StoryLabels
}) => {
  const id = useId()
  return (
    <form autoComplete="off" method="get" action={action} className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="file" value={caseId} />
      <div className="grid min-w-0 grow gap-1 sm:max-w-md">
        <label htmlFor={id} className="font-semibold">
          {t('add.kind', { strand: t(`strand.${strand}`) })}
        </label>
        <select
          autoComplete="off"
          id={id}
          name="event"
          defaultValue=""
          required
          className="min-h-11 w-full rounded border border-edge bg-surface px-3"
        >
          <option value="">{t('add.choose')}</option>
          {kinds.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <Button type="submit" kind="quiet">
        {t('add.goOn')}
        <span className="sr-only">: {t(`strand.${strand}`)}</span>
      </Button>
    </form>
  )
}
