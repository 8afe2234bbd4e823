import { useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { Import } from '@/lib/imports/import.data'
import type { ImportsData } from '@/lib/imports/imports-page.data'
import { BringTable } from './bring-table'
import { stateKind } from './import-labels'

/** The tables that were brought into the offices one leads, and the way to bring one. */
export const ImportsPage = ({ data: { teams, imports } }: { data: ImportsData }) => {
  const t = useTranslations('imports')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <div className="-mb-6">
        <PageTitle title={t('title')}>
          <p>{t('what')}</p>
        </PageTitle>
      </div>
      <section aria-labelledby="bring" className="max-w-xl">
        <h2 id="bring" className="mb-3 text-h3">
          {t('bring.title')}
        </h2>
        <BringTable teams={teams} />
      </section>
      {imports.length === 0 ? null : (
        <section aria-labelledby="earlier" className="grid gap-3">
          <h2 id="earlier">{t('earlier')}</h2>
          <Card tight>
            <ul>
              {imports.map((one) => (
                <Line key={one.id} one={one} />
              ))}
            </ul>
          </Card>
        </section>
      )}
    </div>
  )
}

const Line = ({ one }: { one: Import }) => {
  const t = useTranslations('imports')
  const { id, team, creator, createdAt, rows, state } = one
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-hair py-3 first:border-t-0">
      <div className="min-w-0 grow basis-64">
        <p className="font-semibold">
          {team.name} · {t('rows', { count: rows })}
        </p>
        <p className="text-sm text-muted">
          {t.rich('broughtBy', { name: creator.name, on: () => <Time at={createdAt} style="moment" /> })}
        </p>
      </div>
      <Tag kind={stateKind(state)}>{t(`state.${state}`)}</Tag>
      <LinkButton
        size="small"
        kind="quiet"
        href={`/imports/${id}`}
        aria-label={t('openOf', { team: team.name })}
      >
        {t('open')}
      </LinkButton>
    </li>
  )
}
