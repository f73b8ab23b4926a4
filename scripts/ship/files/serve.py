#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""Serves the folder "site" beside this file. Python 3.6 or later, nothing else; no connection to the internet."""
import http.server
import json
import os
import posixpath
import socketserver
import sys
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
SITE = os.path.join(HERE, 'site')
with open(os.path.join(HERE, 'serve.json'), encoding='utf-8') as settings:
    SETTINGS = json.load(settings)
BASE = SETTINGS['base']


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = dict(SETTINGS['types'], **{'': 'application/octet-stream'})

    def guess_type(self, path):
        return self.extensions_map.get(os.path.splitext(path)[1].lower(), 'application/octet-stream')

    def translate_path(self, path):
        """The file an address stands for: none outside the site."""
        path = urllib.parse.unquote(path.split('?', 1)[0].split('#', 1)[0])
        if not path.startswith(BASE) or '\0' in path or '\\' in path:
            return os.path.join(SITE, '\ufffd')
        inner = posixpath.normpath('/' + path[len(BASE):])
        # A drive letter would lead elsewhere on Windows.
        names = [name for name in inner.split('/') if name and ':' not in name]
        end = '/' if path.endswith('/') else ''
        return os.path.join(SITE, *names) + end

    def send_head(self):
        address = self.path.split('?', 1)[0]
        if BASE != '/' and address in ('/', BASE[:-1]):
            self.send_response(301)
            self.send_header('Location', BASE)
            self.send_header('Content-Length', '0')
            self.end_headers()
            return None
        return super().send_head()

    def list_directory(self, path):
        self.send_error(404)

    def send_error(self, code, message=None, explain=None):
        page = os.path.join(SITE, '404.html')
        if code != 404 or not os.path.isfile(page):
            return super().send_error(code, message, explain)
        with open(page, 'rb') as file:
            body = file.read()
        self.send_response(404)
        self.send_header('Content-Type', 'text/html; charset=utf-8')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(body)
        return None

    def end_headers(self):
        for name, value in SETTINGS['headers']:
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *args):
        pass


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    allow_reuse_address = os.name == 'posix'


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
