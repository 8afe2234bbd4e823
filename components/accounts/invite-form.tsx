'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { RadioGroup, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import type { FormAction } from '@/components/forms/reply'
import { TextField } from '@/components/forms/text-field'
import { ROLES } from '@/lib/access/roles'
import { invitationFormSchema } from '@/lib/accounts/account.schema'
import type { TeamChoice } from '@/lib/accounts/account.view'
import { invite } from '@/lib/accounts/invitation.actions'
import { InvitationLink } from './invitation-link'

type Link = { email: string; href: string }

const toHex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** The secret of each request, so that the same request sent again carries the same link. */
const secrets = new Map<string, string>()
const secretOf = (requestId: string): string => {
  const known = secrets.get(requestId)
  if (known !== undefined) return known
  const made = toBase64Url(crypto.getRandomValues(new Uint8Array(32)))
  secrets.set(requestId, made)
  return made
}

/** The link is put together here, and the server gets the SHA-256 of its secret: nobody but this admin can read it. */
const makeLink: FormAction<Link> = async ({ requestId, input }) => {
  const secret = secretOf(requestId)
  const tokenHash = toHex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret)))
  const { email, ...rest } = invitationFormSchema.parse(input)
  const answer = await invite({
    requestId,
    input: { email, role: rest.role, teamId: rest.teamId ?? '', tokenHash },
  })
  if (!answer.ok) return answer
  secrets.delete(requestId)
  return { ok: true, value: { email, href: new URL(`/accept-invitation#${secret}`, location.origin).href } }
}

export const InviteForm = ({ teams }: { teams: readonly TeamChoice[] }) => {
  const t = useTranslations('accounts')
  const router = useRouter()
  const [link, setLink] = useState<Link | null>(null)
  if (link !== null) return <InvitationLink link={link} onDone={() => setLink(null)} />
  return (
    <Form
      schema={invitationFormSchema}
      defaultValues={{ email: '', teamId: '' }}
      action={makeLink}
      onSaved={(made) => {
        setLink(made)
        router.refresh()
      }}
    >
      <TextField name="email" type="email" label={t('invite.email')} autoComplete="off" spellCheck={false} />
      <RadioGroup
        name="role"
        label={t('invite.role')}
        options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <Select
        name="teamId"
        label={t('invite.team')}
        hint={t('invite.teamHint')}
        empty={t('invite.noTeam')}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FormFooter>{t('invite.submit')}</FormFooter>
    </Form>
  )
}
