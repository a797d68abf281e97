"""A receiver of webhooks: prints its port, then the JSON body of each POST on a line of its own."""

import json
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        print(json.dumps(body), flush=True)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *arguments):
        """Says nothing of the requests: its output is for bodies."""


# Not an HTTPServer, which would ask a name server for the name of this machine.
with TCPServer(("127.0.0.1", 0), Receiver) as server:
    print(server.server_address[1], flush=True)
    server.serve_forever()
