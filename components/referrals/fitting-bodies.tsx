import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Fold } from '@/components/ui/fold'
import { Link } from '@/components/ui/link'
import { BODY_KINDS, REGIONS } from '@/lib/countries/help-body.rules'
import type { HelpBody } from '@/lib/referrals/body.data'
import { fitting } from '@/lib/referrals/referral.rules'
import type { CodeOf } from '@/lib/shared/vocabulary'
import { BodyLine } from './body-line'

export type Wanted = {
  readonly kind: CodeOf<typeof BODY_KINDS> | null
  readonly region: CodeOf<typeof REGIONS> | null
  /** A person of the file is treated as a child. */
  readonly isMinor: boolean
}

type Props = {
  readonly bodies: readonly HelpBody[]
  readonly wanted: Wanted
  readonly href: string
  readonly canRefer: boolean
}

/** Whom one can refer to: those that fit the age, the help and the region first, the others beneath. No script is needed. */
export const FittingBodies = ({ bodies, wanted, href, canRefer }: Props) => {
  const t = useTranslations('referrals')
  const { kind, region, isMinor } = wanted
  const fit = fitting(
    bodies.filter((body) => kind === null || body.kind === kind),
    { isMinor, region },
  )
  const others = bodies.filter((body) => !fit.includes(body))
  return (
    <Fold label={t('bodies')} isOpen={kind !== null || region !== null}>
      <Choice wanted={wanted} href={href} />
      <p className="my-3 text-sm text-muted">{t(isMinor ? 'fitMinor' : 'fitAdult', { count: fit.length })}</p>
      <Bodies bodies={fit} href={href} canRefer={canRefer} />
      {others.length === 0 ? null : (
        <Fold label={t('otherBodies', { count: others.length })}>
          <Bodies bodies={others} href={href} canRefer={canRefer} />
        </Fold>
      )}
    </Fold>
  )
}

const Choice = ({ wanted, href }: { wanted: Wanted; href: string }) => {
  const t = useTranslations('referrals')
  const [path, query] = href.split('?')
  const control = 'min-h-11 w-full rounded border border-edge bg-surface px-3'
  return (
    <form autoComplete="off" method="get" action={path} className="flex flex-wrap items-end gap-3">
      {[...new URLSearchParams(query)].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="grid gap-1 text-sm font-semibold">
        {t('kindLabel')}
        <select autoComplete="off" name="kind" defaultValue={wanted.kind ?? ''} className={control}>
          <option value="">{t('anyHelp')}</option>
          {BODY_KINDS.codes.map((value) => (
            <option key={value} value={value}>
              {t(`kind.${value}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1 text-sm font-semibold">
        {t('regionLabel')}
        <select autoComplete="off" name="region" defaultValue={wanted.region ?? ''} className={control}>
          <option value="">{t('anyRegion')}</option>
          {REGIONS.codes.map((value) => (
            <option key={value} value={value}>
              {t(`region.${value}`)}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" kind="quiet">
        {t('showFitting')}
      </Button>
    </form>
  )
}

const Bodies = ({
  bodies,
  href,
  canRefer,
}: {
  bodies: readonly HelpBody[]
  href: string
  canRefer: boolean
}) => {
  const t = useTranslations('referrals')
  return (
    <ul className="grid gap-4">
      {bodies.map((body) => (
        <li key={body.slug} className="border-s-2 border-hair ps-3">
          <BodyLine body={body} />
          {canRefer ? (
            <Link
              href={`${href}&to=${body.slug}`}
              className="inline-flex min-h-11 items-center text-sm sm:min-h-8 print:hidden"
            >
              {t('referHere')}
              <span className="sr-only">: {body.name}</span>
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
