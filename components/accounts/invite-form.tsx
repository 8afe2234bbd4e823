'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { RadioGroup, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { namedOptions, toOptions } from '@/components/forms/options'
import type { FormAction } from '@/components/forms/reply'
import { TextField } from '@/components/forms/text-field'
import type { TeamChoice } from '@/lib/accounts/account.view'
import { invite } from '@/lib/accounts/invitation.actions'
import { belongsToOffice } from '@/lib/accounts/invitation.rules'
import { ROLES } from '@/lib/shared/roles'
import { InvitationLink } from './invitation-link'
import { makeSecret, toLink } from './link-secret'

type Link = { email: string; href: string }

const bringSchema = () => import('@/lib/accounts/account.schema').then((room) => room.invitationFormSchema)

/** The link is put together here, and the server gets the SHA-256 of its secret: no one but this admin can read it. */
const makeLink: FormAction<Link> = async ({ requestId, input }) => {
  const { secret, tokenHash } = await makeSecret(requestId)
  const { email, ...rest } = (await bringSchema()).parse(input)
  const answer = await invite({
    requestId,
    input: { email, role: rest.role, teamId: rest.teamId ?? '', tokenHash },
  })
  if (!answer.ok) return answer
  return { ok: true, value: { email, href: toLink('/accept-invitation', requestId, secret) } }
}

export const InviteForm = ({
  teams,
  isAside = false,
}: {
  teams: readonly TeamChoice[]
  /** Beside what the page is about: another press goes on. */
  isAside?: boolean
}) => {
  const t = useTranslations('accounts')
  const [link, setLink] = useState<Link | null>(null)
  if (link !== null)
    return (
      <InvitationLink
        words={{
          ready: t('invite.ready'),
          label: t('invite.link', { email: link.email }),
          copied: t('invite.copied'),
          done: t('invite.another'),
        }}
        href={link.href}
        onDone={() => setLink(null)}
      />
    )
  return (
    <Form
      schema={bringSchema}
      defaultValues={{ email: '', teamId: '' }}
      action={makeLink}
      confirmation={null}
      onSaved={(made, goOn) => {
        setLink(made)
        goOn()
      }}
    >
      {(form) => {
        const { role } = form.watch()
        return (
          <>
            <TextField name="email" type="email" label={t('invite.email')} spellCheck={false} />
            <RadioGroup
              name="role"
              label={t('invite.role')}
              options={toOptions(ROLES.codes, (one) => t(`role.${one}`))}
            />
            {role !== undefined && belongsToOffice(role) ? (
              <Select
                name="teamId"
                label={t('invite.team')}
                empty={t('invite.noTeam')}
                options={namedOptions(teams)}
              />
            ) : null}
            <FormFooter kind={isAside ? 'quiet' : 'primary'}>{t('invite.submit')}</FormFooter>
          </>
        )
      }}
    </Form>
  )
}
