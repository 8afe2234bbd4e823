import { field, save, way } from '@/messages/en/activities.json'
import alike from '@/messages/en/alike.json'
import common from '@/messages/en/common.json'
import contacts from '@/messages/en/contacts.json'
import detention from '@/messages/en/detention.json'
import errors from '@/messages/en/errors.json'
import forms from '@/messages/en/forms.json'
import layout from '@/messages/en/layout.json'
import offline from '@/messages/en/offline.json'
import { choose } from '@/messages/en/projects.json'
import tasks from '@/messages/en/tasks.json'
import warn from '@/messages/en/warn.json'

// The name of the application stands nowhere on a page that anyone at a gate may see.
export const words = {
  activities: { field, save, way },
  alike,
  common: { ...common, name: offline.name },
  contacts,
  detention,
  errors,
  forms,
  layout,
  offline,
  projects: { choose },
  tasks,
  warn,
}
