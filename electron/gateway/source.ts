/** Where a call comes from; a socket for both kinds of addresses names IPv4 ones as IPv6. */
export const sourceOf = ({ ip }: { ip: string }): string => ip.replace(/^::ffff:(?=\d+\.)/i, '')
