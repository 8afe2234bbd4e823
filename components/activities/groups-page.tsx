import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { LineLink } from '@/components/ui/text-link'
import type { Groups } from '@/lib/activities/group.data'
import { GroupForm } from './group-form'
import { useGroupLabels } from './group-labels'

/** Sessions with groups: the form of a new one, then the latest of one's offices, each leading to who took part. */
export const GroupsPage = ({ data, me }: { data: Groups; me: string }) => {
  const { t, title, facts, people, choices } = useGroupLabels(data)
  const { groups, more, teams, today } = data
  return (
    <>
      <PageTitle title={t('title')}>{t('what')}</PageTitle>
      <div className="grid max-w-prose gap-6">
        <Card as="section" label={t('new')}>
          {teams.length === 0 ? (
            <p>{t('noTeam')}</p>
          ) : (
            // A new form after each session: its fields are empty again.
            <GroupForm
              key={String(groups[0]?.id)}
              fields={{
                groupId: '',
                version: 0,
                teamId: teams[0]?.id ?? '',
                topic: '',
                on: today,
                startsAt: '',
                endsAt: '',
                placeId: '',
                interpreterLanguage: '',
                leaders: data.leaders.some(({ id }) => id === me) ? [me] : [],
                women: '',
                men: '',
                adultsOther: '',
                girls: '',
                boys: '',
                minorsOther: '',
                projectId: '',
              }}
              choices={choices(null)}
            />
          )}
        </Card>
        <section aria-labelledby="latest">
          <h2 id="latest" className="border-b border-edge pb-1 text-h3">
            {t('latest')}
          </h2>
          {groups.length === 0 ? <p className="mt-1 text-muted">{t('none')}</p> : null}
          <ul>
            {groups.map((group) => (
              <li key={group.id} className="border-b border-hair py-2">
                <Link href={`/activities/groups/${group.id}`} className="font-semibold">
                  {title(group)}
                </Link>
                <p className="text-sm">{people(group)}</p>
                <p className="text-sm text-muted">{facts(group)}</p>
              </li>
            ))}
          </ul>
          {more === null ? null : (
            <LineLink href={`/activities/groups?before=${more}`}>{t('earlier')}</LineLink>
          )}
        </section>
      </div>
    </>
  )
}
