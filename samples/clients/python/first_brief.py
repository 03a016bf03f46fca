# apt-get install python3-grpcio python3-grpc-tools
# ./creative up            (in another terminal)
# mkdir -p out && python3 -m grpc_tools.protoc -Iproto --python_out=out --grpc_python_out=out \
#   proto/creative/v1/asset.proto proto/creative/v1/asset_service.proto proto/creative/v1/brief.proto
# PYTHONPATH=out python3 samples/clients/python/first_brief.py
import grpc
from creative.v1 import asset_service_pb2 as v1
from creative.v1 import asset_service_pb2_grpc, brief_pb2

client = asset_service_pb2_grpc.AssetServiceStub(grpc.insecure_channel("127.0.0.1:5310"))
brief = brief_pb2.Brief(
    campaign="First brief",
    brand="chengya",
    copy=brief_pb2.Copy(headline="每月18日 权益日", benefit="18% 权益", call_to_action="去看看"),
    mood="热闹",
    placements=[brief_pb2.PlacementRef(id="wx_mp_cover"), brief_pb2.PlacementRef(id="iab_mrec")],
)

for event in client.Render(v1.RenderRequest(brief=brief)):
    if event.WhichOneof("event") == "asset":
        asset = event.asset
        with open(f"{asset.placement}.jpg", "wb") as file:
            for chunk in client.DownloadAsset(v1.DownloadAssetRequest(id=asset.id)):
                file.write(chunk.data)
        print(f"{asset.placement}: {asset.width}x{asset.height}, {asset.byte_size} bytes")
    elif event.WhichOneof("event") == "summary":
        print(f"{event.summary.delivered} delivered in {event.summary.elapsed_ms} ms")
