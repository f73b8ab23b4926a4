#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""Serves the folder "site" beside this file. Python 3.6 or later, nothing else; no connection to the internet."""
import errno
import http.server
import json
import os
import re
import socketserver
import sys
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
SITE = os.path.join(HERE, 'site')
with open(os.path.join(HERE, 'serve.json'), encoding='utf-8') as settings:
    SETTINGS = json.load(settings)
BASE = SETTINGS['base']

# Names that are none on a host: empty ones, dots, and what separates names or begins a drive on some system.
UNFIT = re.compile(r'^[. ]*$|[\0\\:]')
# What the system says when another file cannot be opened at the moment.
BUSY = (errno.EMFILE, errno.ENFILE, errno.ENOMEM)
FORBIDDEN = (errno.EACCES, errno.EPERM)


def address_of(target):
    """Path and query of what a request asks for, the path decoded; None for what is no address."""
    if not re.match(r'[!-~]*\Z', target):
        return None
    path, query = re.match(r'(?:https?://[^/?#]*)?([^?#]*)(\?[^#]*)?', target, re.I).groups('')
    if path[:1] not in ('', '/') or re.search(r'%(?![0-9A-Fa-f]{2})', path):
        return None
    try:
        return urllib.parse.unquote(path or '/', errors='strict'), query
    except UnicodeDecodeError:
        return None


def find(path):
    """What a path of the site stands for: a file, the same address with a slash, or nothing."""
    if path == BASE[:-1] or (path == '/' and BASE != '/'):
        return None, BASE
    if not path.startswith(BASE):
        return None, None
    names = path[len(BASE):].split('/')
    last = names.pop()
    if any(UNFIT.search(name) for name in names + ([last] if last else [])):
        return None, None
    file = os.path.join(SITE, *(names + [last or 'index.html']))
    try:
        # Asked before it is opened: a pipe would have the opener wait.
        if os.path.isfile(file):
            return file, None
        return None, path + '/' if last and os.path.isdir(file) else None
    except ValueError:
        # Python before 3.8 says so of names that the system cannot have.
        return None, None


def range_of(header, size):
    """First and last byte of the one part asked for; None for the whole file, False if it has no such part."""
    found = re.match(r'bytes=[ \t]*([0-9]*)-([0-9]*)[ \t]*\Z', header or '', re.I)
    if not found or found.groups() == ('', ''):
        return None
    # Longer numbers than any file has bytes take Python long.
    first, last = (digits and int(digits.lstrip('0')[:20] or '0') for digits in found.groups())
    if first == '':
        length = min(last, size)
        return (size - length, size - 1) if length > 0 else False
    if last != '' and last < first:
        return None
    return (first, size - 1 if last == '' else min(last, size - 1)) if first < size else False


class Handler(http.server.BaseHTTPRequestHandler):
    # Seconds after which a connection that says nothing is given up, with its thread.
    timeout = 60
    begun = False
    # What is no HTTP at all is answered with a status too.
    default_request_version = 'HTTP/1.0'

    def do_GET(self):
        # Some versions of Python have changed self.path already.
        address = address_of(self.requestline.split()[1])
        if not address:
            return self.finish_headers(400)
        try:
            file, moved = find(address[0])
            if moved:
                return self.finish_headers(301, ('Location', urllib.parse.quote(moved) + address[1]))
            self.send_file(file or os.path.join(SITE, '404.html'), 200 if file else 404)
        except (OSError, ValueError) as error:
            if self.begun:
                raise
            code = getattr(error, 'errno', None)
            self.finish_headers(503 if code in BUSY else 403 if code in FORBIDDEN else 404)

    do_HEAD = do_GET

    def do_POST(self):
        self.finish_headers(405, ('Allow', 'GET, HEAD'))

    do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = do_POST

    def send_file(self, name, status):
        with open(name, 'rb') as file:
            stats = os.fstat(file.fileno())
            size = stats.st_size
            # Files from a zip have the same times of writing in every version of a site; inode and its time are their own.
            tag = '"%x-%x-%x-%x"' % (size, stats.st_ino, stats.st_mtime_ns, stats.st_ctime_ns)
            type = SETTINGS['types'].get(os.path.splitext(name)[1].lower(), 'application/octet-stream')
            headers = [('Content-Type', type), ('Cache-Control', 'no-cache')]
            first, last = 0, size - 1
            if status == 200:
                headers += [('ETag', tag), ('Accept-Ranges', 'bytes')]
                known = re.sub(r'(^|,)\s*W/', r'\1', self.headers.get('If-None-Match', '')).split(',')
                if any(each.strip() in ('*', tag) for each in known):
                    return self.finish_headers(304, *headers)
                partial = self.command == 'GET' and self.headers.get('If-Range', tag) == tag
                part = range_of(self.headers.get('Range'), size) if partial else None
                if part is False:
                    return self.finish_headers(416, ('Content-Range', 'bytes */%d' % size), *headers)
                if part:
                    status, (first, last) = 206, part
                    headers.append(('Content-Range', 'bytes %d-%d/%d' % (first, last, size)))
            left = last - first + 1
            self.finish_headers(status, ('Content-Length', str(left)), *headers)
            file.seek(first)
            while left > 0 and self.command != 'HEAD':
                piece = file.read(min(left, 65536))
                if not piece:
                    # It became shorter; the connection ends before what was announced.
                    return
                self.wfile.write(piece)
                left -= len(piece)

    def finish_headers(self, status, *headers):
        """An answer without what follows its headers."""
        self.begun = True
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if status != 304 and not any(name == 'Content-Length' for name, _ in headers):
            self.send_header('Content-Length', '0')
        self.end_headers()

    def end_headers(self):
        for name, value in SETTINGS['headers']:
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *args):
        pass


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    daemon_threads = True
    allow_reuse_address = os.name == 'posix'
    request_queue_size = 512

    def handle_error(self, request, client_address):
        """A browser that went away is no fault."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


def main():
    host = sys.argv[2] if len(sys.argv) > 2 else '127.0.0.1'
    first = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    for port in range(first, first + 10) if first else [0]:
        try:
            server = Server((host, port), Handler)
            break
        except OSError:
            continue
    else:
        sys.exit('端口 %d 至 %d 都被占用，请另指定一个，例如：python3 serve.py 9000' % (first, first + 9))
    shown = 'localhost' if host in ('0.0.0.0', '127.0.0.1') else host
    print('请用浏览器打开：http://%s:%d%s' % (shown, server.server_address[1], BASE), flush=True)
    print('按 Ctrl-C 停止。', flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


main()
