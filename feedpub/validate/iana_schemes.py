"""Schemes of addresses that are registered with IANA, as far as a feed can have any use for them.

https://www.iana.org/assignments/uri-schemes
"""

SCHEMES = frozenset(
    """
    about acap acct apt attachment bitcoin bitcoincash blob callto cap cast chrome cid coap coaps
    content cvs dat data dav did dict dlna-playcontainer dlna-playsingle dns doi dweb ed2k ethereum
    example fax feed feedready file filesystem finger ftp geo git gizmoproject go gopher gtalk h323
    hcp http https hxxp hxxps iax icap icon im imap info ipfs ipn ipns ipp ipps irc irc6 ircs iris
    itms jabber jar jms keyparc lastfm ldap ldaps leaptofrogans lightning lorawan magnet mailserver
    mailto maps market matrix message mid mms modem monero moz ms-help msnim mumble mvn news nfs ni
    nih nntp notes ocf oid opaquelocktoken openid openpgp4fpr pack palm paparazzi pkcs11 pop pres
    prospero proxy psyc pwid query reload resource rmi rsync rtmfp rtmp rtsp rtsps rtspu sarif
    secondlife service session sftp sgn shttp sieve simpleledger sip sips skype smb sms smtp snews
    snmp soldat spotify ssh steam stun stuns submit svn swh tag teamspeak tel teliaeid telnet tftp
    things thismessage tip tn3270 tool turn turns tv udp unreal urn ut2004 vemmi ventrilo
    view-source vnc wais web3 webcal wpid ws wss wtai wyciwyg xcon xfire xmlrpc.beep xmlrpc.beeps
    xmpp xri ymsgr z39.50 z39.50r z39.50s
    """.split()
)
