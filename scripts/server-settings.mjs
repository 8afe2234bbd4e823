/**
 * Settings of the embedded server, one file that is written at each start.
 * @param {boolean} test a test server may lose everything in a power cut, so it does not wait for the disk
 */
export function serverSettings(test) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: test ? '200' : '100',
    shared_buffers: '128MB',
    fsync: test ? 'off' : 'on',
    full_page_writes: test ? 'off' : 'on',
    synchronous_commit: test ? 'off' : 'on',
    // The data of a test server may lie in memory (memory-folder.mjs), and its log with it.
    ...(test ? { max_wal_size: '256MB', min_wal_size: '64MB' } : {}),
    // By default a refused statement is logged whole, with the names and numbers of people in it.
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_min_duration_statement: '-1',
    log_connections: 'off',
    logging_collector: 'on',
    log_filename: 'server-%a.log',
    log_rotation_age: '1d',
    log_truncate_on_rotation: 'on',
  }
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${value}'\n`)
    .join('')
}
