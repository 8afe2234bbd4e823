import { Link } from '@/components/ui/link'
import type { Deadline } from '@/lib/deadlines/deadline.data'
import type { InFourLanguages } from '@/lib/deadlines/edition.data'
import type { Step } from '@/lib/deadlines/step.rules'
import { useDeadlineLabels } from './deadline-labels'
import { ExceptionLine } from './exception-line'

/** What is told of a deadline: how it was counted, and the rule with its sources. */
export type Explained = Pick<Deadline, 'explanation' | 'ruling'> & {
  readonly rule: Pick<Deadline['rule'], 'title' | 'sources'>
}
type Props = { readonly deadline: Explained; readonly exception: InFourLanguages | undefined }

/** How a deadline was counted, step by step, by which rule, when it does not hold, read where: what a colleague or a lawyer checks. */
export const Explanation = ({ deadline, exception }: Props) => {
  const { t, said, article, copy } = useDeadlineLabels()
  const { computation, letter } = deadline.explanation
  const { rule } = computation
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8">
        {t('explained.title')}
        <span className="sr-only">: {said(deadline.rule.title)}</span>
      </summary>
      <div className="mt-2 grid max-w-prose gap-3 text-sm">
        {letter === null ? null : <h4>{t('explained.byTheRule')}</h4>}
        <Steps steps={computation.steps} />
        {letter === null ? null : (
          <>
            <h4>{t('explained.letter')}</h4>
            <Steps steps={letter.steps} />
          </>
        )}
        {rule.article === null ? null : (
          <p>
            {t('explained.article', {
              article: article(rule.article.text),
              status: t(`status.${rule.article.status}`),
            })}
          </p>
        )}
        <p>
          <Link className="text-link underline" href={`/deadlines/rules/${rule.code}`}>
            {t('explained.rule', {
              code: rule.code,
              edition: rule.version,
              status: t(`status.${rule.status}`),
            })}
          </Link>
          {deadline.ruling === null ? null : <RuledBy name={deadline.ruling.by} at={deadline.ruling.at} />}
        </p>
        <ExceptionLine exception={exception} />
        {deadline.rule.sources.length === 0 ? (
          <p>{t('explained.noSource')}</p>
        ) : (
          <div>
            <p>{t('explained.sources')}</p>
            <ul className="ms-5 list-disc">
              {deadline.rule.sources.map(({ key, title, address, seen }) => (
                <li key={key} className="wrap-anywhere">
                  <span lang="en">{title}</span>, {address}, {copy(seen)}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </details>
  )
}

const RuledBy = ({ name, at }: { name: string; at: Date }) => {
  const { t, date } = useDeadlineLabels()
  return (
    <>
      {'. '}
      {t('explained.ruled', { name, on: date(at) })}
    </>
  )
}

const Steps = ({ steps }: { steps: readonly Step[] }) => {
  const { t, step, article } = useDeadlineLabels()
  return (
    <ol className="ms-5 list-decimal">
      {steps.map((one) => (
        <li key={step(one)} className="first-letter:uppercase">
          {step(one)}
          {one.code !== 'notified' || one.article === null ? null : (
            <span className="text-muted">
              {' '}
              {t('explained.article', {
                article: article(one.article),
                status: t(`status.${one.status}`),
              })}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
