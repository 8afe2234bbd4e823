// What may be written into accompany.env.

/** Settings a person may write, each with what it means; those without a question are left empty by `accompany init`. */
export const known = {
  ADDRESS: 'the address people type, https://…',
  ORGANISATION: 'the name of the organisation',
  ADMIN: 'the mail address of the first admin',
  DATABASE:
    '"local" for the PostgreSQL of this machine (local:5433 for another port), or postgresql://host:5432/name',
  POOLER: 'PgBouncer in front of the database, 127.0.0.1:6432; empty for none',
  PORT: 'where the pages answer the proxy, 3001; the number behind it is for the next version',
  BACKUP_TO: 'the folder of the nightly backups, on another disk than the database',
  BACKUP_RECIPIENT: 'the public key that closes backups (age1…)',
  KEYS_TO:
    'two other machines that keep the keys of archives (accompany-keep), user@host, user@host; empty for none',
  SMTP_URL: 'the mail server, smtp://user:password@host:587; empty for none',
  MAIL_FROM: 'the address that mails come from',
  ALERT_TO: 'who gets a mail when a backup, a verification or the service fails',
  AUDIT_COPY_FILE: 'a file of another machine that gets a line of each checkpoint',
  AUDIT_COPY_MAIL: 'an address that gets each checkpoint',
  AUDIT_COPY_WEBHOOK: 'an https address that gets each checkpoint',
  SCANNER_URL: 'a virus scanner, clamd://host:3310',
  METRICS: 'where Prometheus reads metrics, 127.0.0.1:9464; empty for none',
}
