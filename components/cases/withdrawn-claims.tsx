import { useTranslations } from 'next-intl'
import { useClaimLabels } from '@/components/people/claim-labels'
import { Fold } from '@/components/ui/fold'
import { Time } from '@/components/ui/time'
import { type Claim, isWithdrawnIn } from '@/lib/people/withdrawal.rules'
import { WithdrawForm } from './withdraw-form'

type Props = {
  readonly file: { readonly id: string; readonly secrecy: string }
  readonly personId: string
  readonly claims: readonly Claim[]
  readonly canEdit: boolean
}

/** What was said and was a mistake, with why and since when; and the form that says so of what still stands. */
export const WithdrawnClaims = ({ file, personId, claims, canEdit }: Props) => {
  const t = useTranslations('people.withdraw')
  const say = useClaimLabels()
  const own = claims.filter((one) => one.personId === personId)
  const current = own.filter((one) => one.withdrawn === null && isWithdrawnIn(one, file))
  const withdrawn = own.flatMap((one) =>
    one.withdrawn === null ? [] : [{ ...one, withdrawn: one.withdrawn }],
  )
  return (
    <>
      {withdrawn.length === 0 ? null : (
        <details className="min-w-0 open:basis-full">
          <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8">
            {t('withdrawn', { count: withdrawn.length })}
          </summary>
          <ul className="grid gap-2 pt-2">
            {withdrawn.map(({ id, said, withdrawn: { at, because } }) => (
              <li key={id} className="min-w-0">
                <s className="wrap-anywhere">
                  <bdi dir="auto">{say(said)}</bdi>
                </s>{' '}
                <span className="text-sm text-muted">
                  {t(`because.${because}`)}, <Time at={at} />
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {canEdit && current.length > 0 ? (
        <Fold label={t('title')}>
          <WithdrawForm
            caseId={file.id}
            personId={personId}
            claims={current.map(({ id, said }) => ({ value: id, label: say(said) }))}
          />
        </Fold>
      ) : null}
    </>
  )
}
